/** What is left when the template's own words are deleted. */
import { fixes } from '../check.ts';
import { risks, template } from './guided.ts';

const rule = 'leftover-guidance';

describe('leftover-guidance that is deleted', () => {
  it('a sentence goes with its full stop and one blank', () =>
    fixes(
      template,
      `## Goals\n\nShip it. Say why$0 the project exists, and for whom. Soon.\n${risks}`,
      `## Goals\n\nShip it. Soon.\n${risks}`,
      { rule },
    ));

  it('marks around more than a sentence stay, both of them, and those around it alone go', () => {
    const says = 'Say why$0 the project exists, and for whom';
    for (const [before, after] of [
      [`*${says}. Ship it.*`, '*Ship it.*'],
      [`**Ship it. ${says}.**`, '**Ship it.**'],
      [`Ship it (${says}. Soon).`, 'Ship it (Soon).'],
      [`“Ship it. ${says}”. Soon.`, '“Ship it.”. Soon.'],
      [`Ship it. *${says}.* Soon.`, 'Ship it. Soon.'],
      [`Ship it. **“${says}.”** Soon.`, 'Ship it. Soon.'],
      // Four of them would begin a block of code.
      [`~~${says}.~~ Ship it.`, 'Ship it.'],
      [`Ship it. Say *why*$0 the project exists, and for **whom.** Soon.`, 'Ship it. Soon.'],
      [`Ship it. **Say** why$0 the project exists, and for _whom_. Soon.`, 'Ship it. Soon.'],
    ] as const)
      fixes(template, `## Goals\n\n${before}\n${risks}`, `## Goals\n\n${after}\n${risks}`, { rule });
  });

  it('words that are a link go with all of it, and words within one leave the link whole', () => {
    const says = 'Say why$0 the project exists, and for whom.';
    for (const [before, after] of [
      [`Ship it. [${says}](x "Why (at all)") Soon.`, 'Ship it. Soon.'],
      [`Ship it. [**${says}**][x] Soon.`, 'Ship it. Soon.'],
      [`Ship it. ![${says}](x.png) Soon.`, 'Ship it. Soon.'],
      [`[${says}](x) Ship it.`, 'Ship it.'],
      [`Ship it. [${says}](https://a.example/x_(y) (Why)) Soon.`, 'Ship it. Soon.'],
      [`Ship it. [${says}]( <x (y)>\n'Why' ) Soon.`, 'Ship it. Soon.'],
      [`Ship it.\n[${says}](x)\nSoon.`, 'Ship it.\nSoon.'],
      [`[Ship it. ${says}](x) Soon.`, '[Ship it.](x) Soon.'],
      [`[${says} Ship it.](x) Soon.`, '[Ship it.](x) Soon.'],
      [`[![${says}](x.png)](y)\n\nShip it.`, 'Ship it.'],
      [`Ship it. [![${says}](x.png "Why")](<y> 'z') Soon.`, 'Ship it. Soon.'],
      [`Ship it. [**![${says}](x.png)**][y] Soon.`, 'Ship it. Soon.'],
      [`Ship it. [![${says}](x.png) Soon.](y)`, 'Ship it. [Soon.](y)'],
      [`[Ship it. ![${says}](x.png)](y) Soon.`, '[Ship it.](y) Soon.'],
      ['Ship it. Say [why$0](#) the project exists, and for [whom](y). Soon.', 'Ship it. Soon.'],
      ['Ship it. Say why$0 the project exists, and for [whom](y). Soon.', 'Ship it. Soon.'],
    ] as const)
      fixes(template, `## Goals\n\n${before}\n${risks}`, `## Goals\n\n${after}\n${risks}`, { rule });
  });

  it('words of a link that the template has go with the address that the document has', () => {
    const asked = '## Goals\n\nRead. [Say why the project exists at all.](https://a.example/guide)\n\n## Risks\n';
    const link = '[Say why the project exists at all.](https://a.example/guide/2)';
    for (const [before, after] of [
      [`Ship it. ${link} Soon.`, 'Ship it. Soon.'],
      [`Ship [it. ${link.slice(1)} Soon.`, 'Ship [it.](https://a.example/guide/2) Soon.'],
    ] as const)
      fixes(asked, `## Goals\n\n${before}\n\n## Risks\n`, `## Goals\n\n${after}\n\n## Risks\n`, { rule });
  });

  it('instructions that are a link go with all of it', () =>
    fixes(
      template,
      `## Guidelines\n\n[Write so that somebody else can build it.](x) And quickly.\n\n**Delete the text above before submitting**\n\n## Goals\n\nShip it.\n${risks}`,
      `## Guidelines\n\nAnd quickly.\n\n## Goals\n\nShip it.\n${risks}`,
      { rule },
    ));

  it('a list item goes with its line', () =>
    fixes(
      template,
      `## Goals\n\n- Ship it.\n- Name the users that it is for.\n- Now.\n${risks}`,
      `## Goals\n\n- Ship it.\n- Now.\n${risks}`,
      { rule },
    ));

  it('the last list item leaves the blank line that parts the list from what follows', () =>
    fixes(
      template,
      `## Goals\n\n- Ship it.\n- Name the users that it is for.\n\nNow.\n${risks}`,
      `## Goals\n\n- Ship it.\n\nNow.\n${risks}`,
      { rule },
    ));

  it('a comment right below a paragraph leaves the blank line that parts that from the next', () => {
    const comment = '<!-- Say why the project exists at all. -->';
    fixes(
      `## Goals\n\n${comment}\n`,
      `## Goals\n\nShip it.\n${comment}\n\n\nNow.\n`,
      '## Goals\n\nShip it.\n\n\nNow.\n',
      { rule },
    );
  });

  it('a comment between words leaves them apart', () => {
    const comment = '<!-- Say why the project exists at all. -->';
    for (const [before, after] of [
      ['Ship it.\n#\nNow.', 'Ship it.\n\nNow.'],
      ['Ship it.\n#\n---', 'Ship it.\n\n---'],
      ['Ship it.\n[a]: x\n#\nNow.', 'Ship it.\n[a]: x\n\nNow.'],
      ['| a |\n|---|\n| b |\n#\nNow.', '| a |\n|---|\n| b |\n\nNow.'],
      ['- a\n#\n- b', '- a\n\n- b'],
      ['Ship it.\n#\n### Now', 'Ship it.\n\n### Now'],
    ] as const)
      for (const end of ['\n', '\r\n'])
        fixes(
          `## Goals\n\n${comment}\n`,
          `## Goals\n\n${before}\n`.replace('#\n', `${comment}\n`).replaceAll('\n', end),
          `## Goals\n\n${after}\n`.replaceAll('\n', end),
          { rule },
        );
  });

  it('a heading that is indented is not left to a list above', () => {
    const comment = '<!-- Say why the project exists at all. -->';
    const asked = `## Goals\n\n${comment}\n\nName the users that it is for.\n\n## Risks\n`;
    for (const gone of [comment, 'Name the users that it is for.'])
      for (const own of ['- Ship it.', '1. Ship it.\n\n   Now.', '- Ship it.\n  - Now.'])
        for (const heading of ['## Risks', 'Risks\n---', '<h2>Risks</h2>'])
          for (const blanks of ['', '\n', '\n\n'])
            fixes(
              asked,
              `## Goals\n\n${own}\n\n${gone}\n${blanks}  ${heading}\n\nNone.\n`.replace(
                /\n(?= {2}Risks)/,
                blanks === '' ? '\n\n' : '\n',
              ),
              `## Goals\n\n${own}\n\n${heading}\n\nNone.\n`,
              { rule },
            );
    fixes(
      asked,
      `## Goals\n\nShip it.\n\n${comment}\n\n  ## Risks\n\nNone.\n`,
      '## Goals\n\nShip it.\n\n  ## Risks\n\nNone.\n',
      { rule },
    );
    fixes(
      template,
      `- Ours.\n\n## Guidelines\n\n- Ours, too.\n\nWrite so that somebody else can build it.\n\n**Delete the text above before submitting**\n\n  ## Goals\n\nShip it.\n${risks}`,
      `- Ours.\n\n## Guidelines\n\n- Ours, too.\n\n## Goals\n\nShip it.\n${risks}`,
      { rule },
    );
  });

  it('a comment at the end of the text goes with its line', () => {
    const comment = '<!-- Say why the project exists at all. -->';
    for (const last of [comment, comment.replace(' exists', '\n\nexists')])
      fixes(`## Goals\n\n${comment}\n`, `## Goals\n\nShip it.\n${last}`, '## Goals\n\nShip it.\n', { rule });
  });

  it('sentences with a blank line between them leave one where they parted words', () => {
    const of = (body: string) => `## Goals\n\n${body}\n${risks}`;
    fixes(
      template,
      of('Ship it.\nSay why the project exists, and for whom.\n\nKeep it short and to the point.\nNow.'),
      of('Ship it.\n\nNow.'),
      { rule },
    );
    fixes(
      template,
      of('<div>\nSay why the project exists, and for whom.\n\nKeep it short and to the point.\nNow.\n\n## Own'),
      of('<div>\n\nNow.\n\n## Own'),
      { rule },
    );
  });

  it('sentences of several items, paragraphs or cells leave the words beside them where they are', () => {
    const [one, two] = ['Say why the project exists, and for whom.', 'Keep it short and to the point.'];
    for (const [before, after] of [
      [`- Ship it. ${one}\n- ${two} Now.`, '- Ship it.\n- Now.'],
      [`Ship it. ${one}\n\n${two} Now.`, 'Ship it.\n\nNow.'],
      [`Ship it. ${one}\n\n${two}\n\nNow.`, 'Ship it.\n\nNow.'],
      [`> - Ship it. ${one}\n> - ${two} Now.`, '> - Ship it.\n> - Now.'],
      [`> Ship it. ${one}\n>\n> ${two} Now.`, '> Ship it.\n>\n> Now.'],
      [`| a | b |\n|---|---|\n| Ship it. ${one} | ${two} Now. |`, '| a | b |\n|---|---|\n| Ship it. | Now. |'],
      [`Ship it. ${one}\n${two} Now.`, 'Ship it. Now.'],
      [`Ship it. ${one} ${two} Now.`, 'Ship it. Now.'],
    ] as const)
      for (const end of ['\n', '\r\n'])
        fixes(
          template,
          `## Goals\n\n${before}\n${risks}`.replaceAll('\n', end),
          `## Goals\n\n${after}\n${risks}`.replaceAll('\n', end),
          { rule },
        );
  });

  it('guidance and nothing else goes whole', () =>
    fixes(
      template,
      '## Goals\n\nShip it.\n\n## Risks\n\n<!-- mine -->\n\nWhat could go wrong?\n',
      '## Goals\n\nShip it.\n\n## Risks\n\n<!-- mine -->\n',
      { rule },
    ));

  it('comments of the author’s own stay, wherever they stand in it', () => {
    const asked = '## Goals\n\nSay why <!-- and how --> the project exists.\n\n## Risks\n';
    const says = 'Say why <!-- and how --> the project exists.';
    for (const [before, after] of [
      [`${says} <!-- Ask Ada. -->`, '<!-- Ask Ada. -->'],
      [`<!-- Ask\nAda. --> ${says}`, '<!-- Ask\nAda. -->'],
      [`${says}\n<!-- Ask Ada. -->`, '<!-- Ask Ada. -->'],
      [`- ${says}\n  <!-- Ask Ada. -->`, '  <!-- Ask Ada. -->'],
      [says, ''],
    ] as const)
      for (const end of ['\n', '\r\n'])
        fixes(
          asked,
          `## Goals\n\n${before}\n${risks}`.replaceAll('\n', end),
          `## Goals\n${after === '' ? '' : `\n${after}\n`}${risks}`.replaceAll('\n', end),
          { rule },
        );
  });

  it('a comment of the author’s own stays behind a bold line, too', () =>
    fixes(
      '**Goals:** Say why the project exists.\n\n**Risks:** Say what could go wrong.\n',
      '**Goals:** Say why <!-- Ask Ada. --> the project exists.\n\n**Risks:** None.\n',
      '**Goals:** <!-- Ask Ada. -->\n\n**Risks:** None.\n',
      { rule },
    ));

  it('guidance of several paragraphs leaves no blank line at the end of the text', () =>
    fixes(
      '## Goals\n\nSay why the project exists.\n\nName the users.\n\n- who\n',
      '## Goals\n\nSay why the project exists.\n\nName the users.\n\n- who\n',
      '## Goals\n',
      { rule },
    ));

  it('instructions go with their marker, and nothing else', () =>
    fixes(
      template,
      '---\r\ntitle: A\r\n---\r\n\r\n## Guidelines\r\n\r\nWrite so that somebody else can build it.\r\n\r\n**Delete the text above before submitting**\r\n\r\n## Goals\r\n\r\nShip it.\r\n',
      '---\r\ntitle: A\r\n---\r\n\r\n## Goals\r\n\r\nShip it.\r\n',
      { rule },
    ));

  it('what the author wrote among the instructions stays', () =>
    fixes(
      template,
      `## Guidelines\n\nWrite so that somebody else can build it. And quickly.\n\n**Delete the text above before submitting**\n\n## Goals\n\nShip it.\n${risks}`,
      `## Guidelines\n\nAnd quickly.\n\n## Goals\n\nShip it.\n${risks}`,
      { rule },
    ));

  it('guidance goes around what the author wrote between it', () =>
    fixes(
      '## A\n\nSay what it is for.\n\nSay how it is built.\n\nSay who builds it.\n',
      '## A\n\nSay what it is for.\n\n<!-- mine -->\n\nSay how it is built.\n\nSay who builds it.\n',
      '## A\n\n<!-- mine -->\n',
      { rule },
    ));

  it('a comment goes with its lines', () => {
    const comment = '<!-- Think of everybody who is not here. -->';
    fixes(`## A\n\n${comment}\n`, `## A\n\n${comment}\n\nOurs.\n`, '## A\n\nOurs.\n', { rule });
  });

  const said = 'Say why the project exists.';
  const places = [
    ['an item of a numbered list', `9. Ship it.\n10. ${said}\n`, '9. Ship it.\n'],
    ['words in brackets', `Ship it. (${said}) Now.\n`, 'Ship it. Now.\n'],
    ['the end of a line', `Ship it. ${said}\nNow.\n`, 'Ship it.\nNow.\n'],
    ['the start of a line', `${said} Ship it.\n`, 'Ship it.\n'],
    ['the end of the text', `Ship it.\n\n\n\n${said}\n`, 'Ship it.\n'],
  ] as const;
  for (const [place, before, after] of places) {
    it(`leaves nothing of ${place}`, () =>
      fixes(`## A\n\n${said}\n`, `## A\n\n${before}`, `## A\n\n${after}`, { rule }));
  }
});
