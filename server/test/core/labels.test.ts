/** What a long text defines is known by its labels, however many there are. */
import { equal } from 'node:assert/strict';
import { manyLabels } from '../../src/core/text/labels.ts';

describe('many labels', () => {
  it('are those that were written, and no others', () => {
    const labels = manyLabels();
    for (let at = 0; at < 1000; at++) labels[`LABEL ${at}`] = { href: 'a' };
    for (const label of ['', 'A', '__PROTO__', 'É'.repeat(999)]) labels[label] = {};
    for (const label of ['', 'A', '__PROTO__', 'É'.repeat(999), 'LABEL 0', 'LABEL 999'])
      equal(typeof labels[label], 'object', label);
    for (const label of ['B', '__proto__', 'constructor', 'toString', 'LABEL 1000', 'É'.repeat(998)])
      equal(labels[label], undefined, label);
  });
});
