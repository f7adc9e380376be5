import { holdSentences } from './support/hold-sentences.ts';

holdSentences(3);
