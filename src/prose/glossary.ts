// The field's words, each in a sentence or two, for a reader who meets them for the first time.
export const glossary: Readonly<Record<string, string>> = {
  posterior:
    'What the model believes about its parameters after it has seen the data: the prior, reweighted by how well each value explains them.',
  prior: 'What the model believes about its parameters before it has seen the data.',
  'log-odds': 'The logarithm of p / (1 − p). Zero is 50 percent; each step of one multiplies the odds by about 2.7.',
  pooling:
    'Letting the estimates of different groups inform each other. Complete pooling makes them one; no pooling keeps them apart; partial pooling lets the data decide how far.',
  shrinkage:
    'The pull of an estimate from its raw value towards the typical one: strong where data are few, weak where they are many.',
  overfitting:
    'Learning the accidents of a sample as if they were its regularities: a close fit to what was seen, a poor prediction of what was not.',
  underfitting: 'Learning too little from a sample: real differences are taken for accidents.',
  'highest-density interval':
    'The shortest interval that holds a given share of the posterior, here 89 percent unless you choose another.',
};
