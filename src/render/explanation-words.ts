import type { DropReason, NameRule, RejectionReason } from '../model/explanation.js';

/** What people read for the codes of an explanation. What features and kinds mean stands in `data/frameworks/link-weights.tsv`. */
export const RULE_WORDS: Readonly<Record<NameRule, string>> = {
  'quoted-name': 'a name in quotes',
  'quoted-number': 'a number in quotes and what it counts',
  'label-set': 'a known set of labels',
  'quoted-labels': 'quoted characters before a word for a method, each one a label',
  'plain-name': 'a number and what it counts, without quotes',
  'unquoted-digits': 'digits without quotes before a word for a method',
  'known-name': 'the wording of one group of a quoted name',
  'known-name-cut': 'begins with a name that stands elsewhere',
  'compound-group': 'one group of a name of several numbers',
};

export const DROP_WORDS: Readonly<Record<DropReason, string>> = {
  'named-elsewhere': 'its members stand in another article',
  'compound-group': 'one group of a name of several numbers, and its members are not listed',
  'no-name': 'no list of its own, and not written like a name: an amount, a fixed phrase, no quotes',
  'min-confidence': 'a framework that --min-confidence leaves out',
};

export const REJECTION_WORDS: Readonly<Record<RejectionReason, string>> = {
  'low-score': 'the score is too low',
  'members-taken': 'another name has its members',
  'same-members': 'the same members, from another place of the name or in another way',
  outscored: 'another list of this name scores higher',
  withdrawn: 'taken back, for the numbers of the name tell its parts or their order, no members',
};
