/** `.tech-spec.json`: what is wrong in it is said where it stands, and what is right in it is read. */
import { deepEqual, equal } from 'node:assert/strict';
import { isBroken, parseConfig } from '../../src/core/config.ts';
import { draw, unmark } from '../marked.ts';

/** Exactly what the picture points at is a problem. */
function problems(picture: string): void {
  const { text } = unmark(picture);
  const found = parseConfig(text).problems.map(({ span, message, severity }) => {
    return { span, label: severity === 'error' ? message : `(${severity}) ${message}` };
  });
  equal(draw(text, found), picture);
}

describe('a configuration that is not JSON', () => {
  it('with a comment', () =>
    problems(`{
  // the rules
  ^^^^^^^^^^^^ JSON has no comments
  "rules": {}
}
`));

  it('with a comma before a bracket', () =>
    problems(`{
  "rules": { "section-order": "off", }
                                   ^ JSON has no comma before “}”
}
`));

  it('with a comma too few', () =>
    problems(`{
  "rules": {}
  "specs": []
  ^ A comma is missing before this
}
`));

  it('with single quotes', () =>
    problems(`{ "rules": { "section-order": 'off' } }
                              ^ JSON has double quotes only
`));

  it('with a word without quotes', () =>
    problems(`{ "rules": { "section-order": off } }
                              ^^^ “off” is no value of JSON: texts stand in double quotes
`));

  it('with a key without quotes', () =>
    problems(`{ rules: {} }
  ^ A key in double quotes belongs here
`));

  it('that ends too soon', () =>
    problems(`{ "rules": {
            ^0 The file ends here, and a “{” is still open`));

  it('that goes on behind its end', () =>
    problems(`{} {}
   ^ The file ends here for JSON, and there is more behind it
`));

  it('that is empty', () => problems('\n^0 The file ends where a value belongs'));

  it('that is nested without end', () => {
    deepEqual(
      parseConfig('['.repeat(100_000)).problems.map(({ message }) => message),
      ['Nested deeper than 64'],
    );
  });

  it('that is larger than any that a person writes', () => {
    deepEqual(
      parseConfig(`"${'a'.repeat(300_000)}"`).problems.map(({ message }) => message),
      ['The file is larger than 256 KB'],
    );
  });
});

describe('a configuration that says what is not known', () => {
  it('a key, with the one that will have been meant', () =>
    problems(`{
  "specs": [{ "files": "a.md", "secions": {} }],
                               ^^^^^^^^^ Unknown key “secions”. Did you mean “sections”?
  "extends": "x"
  ^^^^^^^^^ Unknown key “extends”. Known are “$schema”, “specs”, “rules”
}
`));

  it('a rule or a severity', () =>
    problems(`{
  "rules": {
    "section-ordr": "off",
    ^^^^^^^^^^^^^^ Unknown rule “section-ordr”. Did you mean “section-order”?
    "empty-section": "warn"
                     ^^^^^^ Unknown severity “warn”. Did you mean “warning”?
  }
}
`));

  it('names that objects have by themselves', () =>
    problems(`{
  "__proto__": {},
  ^^^^^^^^^^^ Unknown key “__proto__”. Known are “$schema”, “specs”, “rules”
  "rules": { "constructor": "off", "__proto__": "off" }
             ^^^^^^^^^^^^^ Unknown rule “constructor”
                                   ^^^^^^^^^^^ Unknown rule “__proto__”
}
`));

  it('values of another type', () =>
    problems(`{
  "specs": [
    {
      "files": 7,
               ^ “files” takes a text in double quotes
      "template": [],
                  ^^ “template” is an empty list
      "sections": { "Goals": { "required": "yes", "maxWords": 0.5, "aliases": [" "] } },
                                           ^^^^^ “required” takes true or false
                                                              ^^^ “maxWords” takes a whole number from 1, or false for no limit
                                                                               ^^^ An entry of “aliases” is empty
      "ready": { "status": { "is": "Final" } },
                 ^^^^^^^^ “status” takes a text, a number, true or false
      "since": "2026-02-29"
               ^^^^^^^^^^^^ “since” takes a day, as in "2026-11-23"
    }
  ]
}
`));

  it('a key twice', () =>
    problems(`{ "rules": {}, "rules": {} }
               ^^^^^^^ “rules” stands here twice
`));

  it('an entry without files', () =>
    problems(`{ "specs": [{ "template": "a.md" }, { "files": "!b.md" }] }
            ^ An entry of “specs” lacks “files”
                                               ^^^^^^^ The entry only takes documents out: a pattern without “!” is missing
`));

  it('more templates than a document can be tried on at each keystroke', () => {
    const template = Array.from({ length: 21 }, (_, at) => `${at}.md`);
    const { problems: found } = parseConfig(JSON.stringify({ specs: [{ files: 'a.md', template }] }));
    deepEqual(
      found.map(({ message }) => message),
      ['An entry has at most 20 templates'],
    );
  });

  it('a list in place of all', () =>
    problems(`[]
^ The file takes an object in braces
`));
});

describe('a pattern that cannot be used', () => {
  const patterns: Readonly<Record<string, string>> = {
    '../specs/*.md': 'leads out: patterns are relative to the folder of this file',
    '/specs/*.md': 'leads out: patterns are relative to the folder of this file',
    'C:/specs/*.md': 'leads out: patterns are relative to the folder of this file',
    'specs/': 'names a folder: “specs/**/*.md” are the documents in it',
    '{a/b,c}/*.md': 'has a “/” in braces or brackets: write a list of patterns',
    '{a,b.md': 'has a brace or bracket that is not closed',
    '*a*b*c*.md': 'has more than 3 wildcards between two “/”',
  };
  for (const [pattern, why] of Object.entries(patterns)) {
    it(pattern, () => {
      const { problems: found } = parseConfig(JSON.stringify({ specs: [{ files: pattern }] }));
      deepEqual(
        found.map(({ message }) => message),
        [`“${pattern}” ${why}`],
      );
    });
  }

  it('with a backslash', () =>
    problems(`{ "specs": [{ "files": "specs\\\\*.md" }] }
                       ^^^^^^^^^^^^^ “specs\\*.md” has a “\\”: folders are parted by “/”, and an odd character is matched by “?”
`));

  it('that is long', () => {
    const { problems: found } = parseConfig(JSON.stringify({ specs: [{ files: `${'a'.repeat(300)}.md` }] }));
    equal(found[0]?.message, `“${'a'.repeat(80)}…” is longer than 256 characters`);
  });

  it('with wildcards in every folder', () => {
    const { problems: found } = parseConfig(JSON.stringify({ specs: [{ files: `${'*a*/'.repeat(9)}b.md` }] }));
    equal(found[0]?.message.endsWith('has more than 16 wildcards'), true);
  });
});

describe('two entries that fight', () => {
  it('for one pattern: the second has no effect', () =>
    problems(`{
  "specs": [
    { "files": "rfcs/*.md", "template": "rfc.md" },
    { "files": ["adrs/*.md", "rfcs/*.md"], "template": "adr.md" }
                             ^^^^^^^^^^^ (warning) “rfcs/*.md” has no effect: the entry on line 3 has it too, and the first one wins
  ]
}
`));

  it('do not, where the first lets documents through', () =>
    problems(`{
  "specs": [
    { "files": ["rfcs/*.md", "!rfcs/1*.md"], "template": "rfc.md" },
    { "files": "rfcs/*.md", "template": "old.md" }
  ]
}
`));

  it('do, where the second takes out all that the first does', () =>
    problems(`{
  "specs": [
    { "files": ["rfcs/*.md", "!rfcs/0.md"] },
    { "files": ["rfcs/*.md", "!rfcs/0.md", "!rfcs/1.md"] },
                ^^^^^^^^^^^ (warning) “rfcs/*.md” has no effect: the entry on line 3 has it too, and the first one wins
    { "files": ["rfcs/*.md", "!rfcs/1.md"] },
    { "files": ["adrs/*.md", "!adrs/0.md", "!adrs/1.md"] },
    { "files": ["adrs/*.md", "!adrs/1.md"] }
  ]
}
`));

  it('are told in the order of the text, among all else that is wrong', () => {
    const specs = [{ files: 'a.md' }, { files: 'a.md' }, { files: '../b.md' }, { files: 7 }];
    deepEqual(
      parseConfig(JSON.stringify({ specs })).problems.map(({ message }) => message.split(' ')[0]),
      ['“a.md”', '“../b.md”', '“files”'],
    );
  });

  it('break nothing', () => {
    const text = JSON.stringify({ specs: [{ files: 'a.md' }, { files: 'a.md' }] });
    equal(isBroken(parseConfig(text)), false);
  });
});
