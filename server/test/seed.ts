/** The same random texts at each run, so that a run says something of a change; others with `FUZZ=50`, which tries fifty times as many. */
import fc from 'fast-check';

if (process.env.FUZZ === undefined) fc.configureGlobal({ seed: 20_261_123 });
