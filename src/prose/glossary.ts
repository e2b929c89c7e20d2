// The field's words, each in a sentence or two, for a reader who meets them for the first time.

export interface Entry {
  readonly meaning: string;
  /** How a lesson may mention it, as regular expressions, for the build to find the first time; none where the words also say other things. */
  readonly forms: readonly string[];
}

export const glossary: Readonly<Record<string, Entry>> = {
  posterior: {
    meaning:
      'What the model believes about its parameters after it has seen the data: the prior, reweighted by how well each value explains them.',
    forms: ['posterior', 'posteriors'],
  },
  prior: {
    meaning: 'What the model believes about its parameters before it has seen the data.',
    forms: ['prior', 'priors'],
  },
  'log-odds': {
    meaning: 'The logarithm of p / (1 − p). Zero is 50 percent; each step of one multiplies the odds by about 2.7.',
    forms: ['log-odds'],
  },
  pooling: {
    meaning:
      'Letting the estimates of different groups inform each other. Complete pooling makes them one; no pooling keeps them apart; partial pooling lets the data decide how far.',
    forms: ['complete pooling', 'no pooling'],
  },
  shrinkage: {
    meaning:
      'The pull of an estimate from its raw value towards the typical one: strong where data are few, weak where they are many.',
    forms: ['shrinkage'],
  },
  overfitting: {
    meaning:
      'Learning the accidents of a sample as if they were its regularities: a close fit to what was seen, a poor prediction of what was not.',
    forms: ['overfitting', 'overfit', 'overfits', 'overfitted'],
  },
  underfitting: {
    meaning: 'Learning too little from a sample: real differences are taken for accidents.',
    forms: ['underfitting', 'underfit', 'underfits', 'underfitted'],
  },
  'highest-density interval': {
    meaning:
      'The shortest interval that holds a given share of the posterior, here 89 percent unless you choose another.',
    forms: ['highest-density interval', 'highest-density intervals'],
  },
  'partial pooling': {
    meaning:
      'Estimating each group from its own data and from the population of groups at once, and learning from the data how much to lean on which.',
    forms: ['partial pooling', 'partially pooled'],
  },
  'multilevel model': {
    meaning: 'A model whose parameters have a population of their own, which is learned with them.',
    forms: ['multilevel model', 'multilevel models'],
  },
  likelihood: {
    meaning: 'How probable the observed data are, for given values of the parameters.',
    forms: ['likelihood'],
  },
  'posterior mean': {
    meaning: 'The average of a quantity over the posterior’s draws.',
    forms: ['posterior mean', 'posterior means'],
  },
  draw: {
    meaning: 'One set of values for all parameters, taken from the posterior. A few thousand of them stand for it.',
    forms: ['(?<=(?:1,000|the|its|their|these|next) )draws?'],
  },
  chain: {
    meaning:
      'A sequence of draws in which each starts from the last. Several chains from different places can be compared.',
    forms: ['chain', 'chains'],
  },
  'warm-up': {
    meaning:
      'The first part of a chain, in which the sampler finds its way and tunes itself. Its draws are thrown away.',
    forms: ['warm-up'],
  },
  'R-hat': {
    meaning:
      'How much wider all chains together are than each alone. At 1 they cannot be told apart; above 1.01 look closer.',
    forms: ['R-hat'],
  },
  'effective sample size': {
    meaning:
      'How many independent draws the chain’s draws are worth: bulk for the middle of the posterior, tail for its ends. Short: ESS.',
    forms: ['effective sample size', 'ESS'],
  },
  'rank plot': {
    meaning:
      'How one chain’s draws are spread over the ranks of all chains’ draws. Level bars mean that the chains agree.',
    forms: ['rank plot', 'rank plots'],
  },
  'Monte Carlo error': {
    meaning: 'How far an estimate would move if the sampler were run again with another seed.',
    forms: ['Monte Carlo error', 'Monte Carlo errors'],
  },
  divergence: {
    meaning:
      'A simulated path that lost its energy, because the posterior curves more sharply there than the step can follow. Draws may be missing from that place.',
    forms: ['divergence', 'divergences'],
  },
  'tree depth': {
    meaning: 'How often a path was doubled before it turned back. Depth d is up to 2^d − 1 steps.',
    forms: ['tree depth'],
  },
  energy: {
    meaning: 'Of a draw: minus its log density, plus that of the random push which carried the sampler there.',
    forms: [],
  },
  'E-BFMI': {
    meaning:
      'How freely the energy changes from draw to draw, compared with how much it varies at all. Below 0.3 the ends of the posterior are explored slowly.',
    forms: ['E-BFMI'],
  },
  'leave-one-out': {
    meaning: 'Scoring a model on each unit by what it predicts for it from all the others.',
    forms: ['leave-one-out'],
  },
  elpd: {
    meaning:
      'Expected log predictive density: the logarithm of the probability that a model gives to data it has not seen, summed over units. Higher is better.',
    forms: ['elpd'],
  },
  'importance sampling': {
    meaning:
      'Reweighting draws of one distribution to stand for another. It fails where a few draws would have to carry all the weight.',
    forms: ['importance sampling'],
  },
  'Pareto k': {
    meaning: 'How heavy the tail of the importance weights is. Above 0.7 the reweighted draws cannot be relied on.',
    forms: ['Pareto k'],
  },
  'effective parameters': {
    meaning:
      'How much better a model fits the data it has seen than data it has not, counted as if in parameters. Better read as strain.',
    forms: ['effective parameters'],
  },
  population: {
    meaning: 'What the groups are members of: the distribution that their parameters come from.',
    forms: ['population'],
  },
  'predictive distribution': {
    meaning: 'What the model expects of data not yet seen, with all its uncertainty about parameters and chance.',
    forms: ['predictive distribution'],
  },
  'non-centred': {
    meaning:
      'Another way to write the same model: each group’s parameter as the population’s mean plus a multiple of its spread. It samples well where data are few.',
    forms: ['non-centred'],
  },
  'causal contrast': {
    meaning: 'The difference that a change of one thing makes, all else being as it was.',
    forms: ['causal contrast'],
  },
  confound: {
    meaning:
      'Something that bears on both the cause and the effect you study, and so makes them go together for another reason.',
    forms: ['confound', 'confounds'],
  },
  'fixed effects': {
    meaning: 'A parameter of its own for each group, without a population: no pooling.',
    forms: ['fixed effects', 'fixed-effects'],
  },
};

/** The id of a word's entry on the glossary's page. */
export const wordId = (name: string): string => name.toLowerCase().replaceAll(' ', '-');
