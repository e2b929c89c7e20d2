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
  'partial pooling':
    'Estimating each group from its own data and from the population of groups at once, and learning from the data how much to lean on which.',
  'multilevel model': 'A model whose parameters have a population of their own, which is learned with them.',
  likelihood: 'How probable the observed data are, for given values of the parameters.',
  'posterior mean': 'The average of a quantity over the posterior’s draws.',
  draw: 'One set of values for all parameters, taken from the posterior. A few thousand of them stand for it.',
  chain:
    'A sequence of draws in which each starts from the last. Several chains from different places can be compared.',
  'warm-up':
    'The first part of a chain, in which the sampler finds its way and tunes itself. Its draws are thrown away.',
  'R-hat':
    'How much wider all chains together are than each alone. At 1 they cannot be told apart; above 1.01 look closer.',
  'effective sample size':
    'How many independent draws the chain’s draws are worth: bulk for the middle of the posterior, tail for its ends. Short: ESS.',
  'rank plot':
    'How one chain’s draws are spread over the ranks of all chains’ draws. Level bars mean that the chains agree.',
  'Monte Carlo error': 'How far an estimate would move if the sampler were run again with another seed.',
  divergence:
    'A simulated path that lost its energy, because the posterior curves more sharply there than the step can follow. Draws may be missing from that place.',
  'tree depth': 'How often a path was doubled before it turned back. Depth d is up to 2^d − 1 steps.',
  energy: 'Of a draw: minus its log density, plus that of the random push which carried the sampler there.',
  'E-BFMI':
    'How freely the energy changes from draw to draw, compared with how much it varies at all. Below 0.3 the ends of the posterior are explored slowly.',
  'leave-one-out': 'Scoring a model on each unit by what it predicts for it from all the others.',
  elpd: 'Expected log predictive density: the logarithm of the probability that a model gives to data it has not seen, summed over units. Higher is better.',
  'importance sampling':
    'Reweighting draws of one distribution to stand for another. It fails where a few draws would have to carry all the weight.',
  'Pareto k': 'How heavy the tail of the importance weights is. Above 0.7 the reweighted draws cannot be relied on.',
  'effective parameters':
    'How much better a model fits the data it has seen than data it has not, counted as if in parameters. Better read as strain.',
  population: 'What the groups are members of: the distribution that their parameters come from.',
  'predictive distribution':
    'What the model expects of data not yet seen, with all its uncertainty about parameters and chance.',
  'non-centred':
    'Another way to write the same model: each group’s parameter as the population’s mean plus a multiple of its spread. It samples well where data are few.',
  'causal contrast': 'The difference that a change of one thing makes, all else being as it was.',
  confound:
    'Something that bears on both the cause and the effect you study, and so makes them go together for another reason.',
  'fixed effects': 'A parameter of its own for each group, without a population: no pooling.',
};
