// The trolley's responses as the build counted them, for figures of the data.
import counts from 'virtual:prerendered/trolley-counts';

export const trolleyCounts = counts;
