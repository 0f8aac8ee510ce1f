/** What can go wrong with git. Apart from what runs it, which is loaded where it is needed: most runs ask git nothing. */

/** What a person can do something about; the message is a sentence for standard error. */
export class GitTrouble extends Error {}
