/** The common shapes. Generated from snippets/shapes.json by `npm run generate`; do not edit. */
import type { Shape } from './shape.ts';

export const shapes: readonly Shape[] = [
  {
    name: 'user story',
    description: 'A user story: who, what and why',
    parts: [
      '- As ',
      ['a writer'],
      ', I want ',
      ['my text to be saved while I write'],
      ', so that ',
      ['a closed page costs me nothing'],
      '.\n',
    ],
  },
  {
    name: 'API endpoint',
    description: 'An API endpoint: method, path, request, response and errors',
    parts: [
      '### ',
      ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      ' ',
      ['/drafts/{id}'],
      '\n\n',
      ['Gives one draft, with its version.'],
      '\n\n- Request: ',
      ['no body'],
      '\n- Response: ',
      ['200 with `{ "version": 3, "text": "…" }`'],
      '\n- Errors: ',
      ['404 where there is no such draft, 403 where it is another author’s'],
      '\n\n',
    ],
  },
  {
    name: 'migration note',
    description: 'A migration note: what changes, for whom, and the way back',
    parts: [
      '- Change: ',
      ['`posts.text` becomes optional, because a draft may be empty'],
      '\n- Existing data: ',
      ['stays as it is; a job fills `saved_at` from `created_at`, 1,000 rows at a time'],
      '\n- Order: ',
      ['the migration runs before the new server is released'],
      '\n- Way back: ',
      ['the old server ignores the new columns, so releasing it again is enough'],
      '\n',
    ],
  },
  {
    name: 'open question',
    description: 'An open question: who decides, by when, and what holds until then',
    parts: [
      '- ',
      ['How long is a draft kept that nobody opens?'],
      ' ',
      ['The product owner'],
      ' decides by ',
      ['the first release'],
      '; until then ',
      ['drafts are kept'],
      '.\n',
    ],
  },
];
