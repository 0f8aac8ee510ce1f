/** When two titles are one, and what a title says about itself. */
import assert from 'node:assert/strict';
import { halvesOf, nameOf, partsOf, placeholderPattern, requirementOf, titleKey } from '../../src/core/text/titles.ts';

describe('titles', () => {
  describe('that are one', () => {
    const pairs = [
      ['Summary:', 'summary'],
      ['Summary：', 'Summary'],
      ['Summary.', 'Summary'],
      ['Why now?', 'Why now'],
      ['背景。', '背景'],
      ['1. Summary', 'Summary'],
      ['2.1 Data model', 'Data model'],
      ['2.1. Data model', 'Data model'],
      ['3) Scope', 'Scope'],
      ['(4) Scope', 'Scope'],
      ['IV. Scope', 'Scope'],
      ['A. Scope', 'Scope'],
      ['1 Introduction', 'Introduction'],
      ['1 – Introduction', 'Introduction'],
      ['1、背景', '一、背景'],
      ['（二）背景', '背景'],
      ['第三章 背景', '背景'],
      ['1.背景', '2 背景'],
      ['Drawbacks (optional)', 'Drawbacks'],
      ['Drawbacks [Optional]:', 'drawbacks'],
      ['風險（可选）', '風險'],
      ['要件 *(必須)*', '要件'],
      ['Flows *(mandatory)*', 'Flows'],
      ['Entities *(include if data is stored)*', 'Entities'],
      ['Infrastructure (optional until launch)', 'Infrastructure'],
      ['[Optional] Rollout', 'Rollout'],
      ['Rollout - optional', 'Rollout'],
      ['Security & privacy', 'Security/Privacy'],
      ['Security and privacy', 'Security / Privacy'],
      ['Guide-level', 'Guide level'],
      ['Guide–level', 'Guide_level'],
      ['接口 API 设计', '接口API设计'],
      ['요약 API 문서', '요약API문서'],
      ['What’s new', "What's new"],
      ['The “big” picture', 'The "big" picture'],
      ['🚀 Launch', 'Launch'],
      [':rocket: Launch', 'Launch'],
      ['1️⃣ Launch', 'Launch'],
      ['  Two   blanks ', 'Two blanks'],
      ['Ｓｕｍｍａｒｙ', 'Summary'],
      ['**Summary:**', 'Summary'],
    ] as const;
    for (const [one, other] of pairs) {
      it(`“${one}” is “${other}”`, () => assert.equal(titleKey(one), titleKey(other)));
    }
  });

  describe('that are two', () => {
    const pairs = [
      ['Goals', 'Non-Goals'],
      ['Scope', 'Out of scope'],
      ['Motivation: why now', 'Motivation'],
      ['2024 plan', 'plan'],
      ['2 factor login', 'factor login'],
      ['3D view', 'D view'],
      ['1.5x speed', '2.5x speed'],
      ['C++', 'C'],
      ['User Story 1', 'User Story 2'],
      ['Parameters (optional arguments)', 'Parameters'],
      ['Costs (yearly)', 'Costs'],
      ['Sand', 'S'],
      ['目标', '非目标'],
      ['一目了然', '目了然'],
    ] as const;
    for (const [one, other] of pairs) {
      it(`“${one}” is not “${other}”`, () => assert.notEqual(titleKey(one), titleKey(other)));
    }
  });

  for (const title of ['1.', '：', '.', '🚀', '(optional)', 'And', '&', '---', '[可选]', '“”.']) {
    it(`“${title}” is not taken for nothing`, () => assert.notEqual(titleKey(title), ''));
  }

  it('a blank title has no key', () => assert.equal(titleKey(' \t'), ''));

  describe('names', () => {
    const names = [
      ['Summary:', 'Summary'],
      ['Drawbacks (optional):', 'Drawbacks'],
      ['Drawbacks: (optional)', 'Drawbacks'],
      ['**Flows** *(mandatory)*', 'Flows'],
      ['要件 (必須)', '要件'],
      ['1. Summary', '1. Summary'],
      ['Why now?', 'Why now?'],
      ['`config` files', 'config` files'],
      ['__proto__', '__proto__'],
      [':', ':'],
      ['(optional)', '(optional)'],
      ['Costs (yearly)', 'Costs (yearly)'],
    ] as const;
    for (const [title, name] of names) it(`“${title}” is called “${name}”`, () => assert.equal(nameOf(title), name));
  });

  describe('requirements', () => {
    const optional =
      'A (optional)|A (Optional):|A [optional]|A （可选）|A [可选]|A (任意)|A (該当する場合)|A (if applicable)|A *(include if data is stored)*|A (optional until launch)|A (선택)|A (not required)|[Optional] A|Optional: A|A – optional|A (required for public APIs)|A (only when needed)|A (optional) ##|A _(optional, but helpful)_';
    for (const title of optional.split('|')) {
      it(`“${title}” is optional`, () => assert.equal(requirementOf(title), 'optional'));
    }
    for (const title of [
      'A *(mandatory)*',
      'A *(必須)*',
      'A *(필수)*',
      'A (required)',
      'A [必填]',
      'A (not optional)',
    ]) {
      it(`“${title}” is required`, () => assert.equal(requirementOf(title), 'required'));
    }
    const silent =
      'A|Optional parameters|A (optional parameters)|A (external or optional services)|Required reading|A [x]|(optional)|A (yearly)|A (optional|A optional)|Requirements';
    for (const title of silent.split('|')) {
      it(`“${title}” says neither`, () => assert.equal(requirementOf(title), undefined));
    }
  });

  describe('halves', () => {
    const halves: readonly (readonly [string, ...string[]])[] = [
      ['요약 (Summary)', '요약', 'Summary'],
      ['概要（Overview）：', '概要', 'Overview'],
      ['复现步骤 | Recurrence steps', '复现步骤', 'Recurrence steps'],
      ['概要 / Summary', '概要', 'Summary'],
      ['Цели - Goals', 'Цели', 'Goals'],
      ['요약 (Summary) (선택)', '요약', 'Summary'],
      ['Pros | Cons', 'Pros', 'Cons'],
      ['Summary (overview)'],
      ['Summary'],
      ['Goals / Non-goals'],
      ['Kind: [Feature | Bug]'],
      ['Drawbacks (optional)'],
      ['接口 API 设计'],
      ['ストーリー (優先度)'],
      ['仕様: API'],
      ['仕様: [API]'],
      ['概要 ()'],
      [''],
    ];
    for (const [title, ...expected] of halves) {
      it(`“${title}” has ${expected.length === 0 ? 'none' : expected.join(' and ')}`, () =>
        assert.deepEqual(halvesOf(title), expected));
    }
  });

  describe('parts', () => {
    const parts: readonly (readonly [string, ...string[]])[] = [
      ['Drawbacks / alternatives', 'Drawbacks', 'alternatives'],
      ['Security & privacy', 'Security', 'privacy'],
      ['Rationale and alternatives', 'Rationale', 'alternatives'],
      ['Upgrade, rollout and rollback', 'Upgrade', 'rollout', 'rollback'],
      ['Needs and/or wishes (optional)', 'Needs', 'wishes'],
      ['制約と仮定', '制約', '仮定'],
      ['测试和验收', '测试', '验收'],
      ['測試、驗收', '測試', '驗收'],
      ['Goals and Non-Goals', 'Goals', 'Non-Goals'],
      ['Summary'],
      ['Sand castles'],
      ['Flows (here and there)'],
      ['[a/b] flows'],
      ['まとめ'],
      ['和平'],
      ['/'],
    ];
    for (const [title, ...expected] of parts) {
      it(`“${title}” has ${expected.length === 0 ? 'none' : expected.join(', ')}`, () =>
        assert.deepEqual(partsOf(title), expected));
    }
  });

  describe('placeholders', () => {
    const fits: readonly (readonly [string, string])[] = [
      ['User Story 1 - [Brief Title]', 'User Story 2 - Log in'],
      ['User Story 1 - [Brief Title]', 'user story 12: Log in again'],
      ['User Story 1 - [Brief Title]', 'User Story 1 - [Brief Title]'],
      ['User Story 1 - [Brief Title] (Priority: P1)', 'User Story 3 - Log in (Priority: P2)'],
      ['User Story 1 - [Brief Title] (Priority: P1)', 'User Story 3 - Log in'],
      ['ユーザーストーリー 1 - [要約] (優先度: P0)', 'ユーザーストーリー2 - 最新 (優先度: 高)'],
      ['{option 1}', 'Postgres'],
      ['<title>', 'A'],
      ['...', 'Whatever'],
      ['Requirement: …', 'Requirement: Log in'],
      ['Kind: [Feature | Bug]', 'Kind: Feature'],
      ['Phase [N]: [Name] rollout', 'Phase 2: Big rollout'],
      ['1. [Title]', '7. Log in'],
      ['Requirement: x', 'Requirement: Log in'],
      ['Flow [name] (optional)', 'Flow of things'],
    ];
    for (const [title, other] of fits) {
      it(`“${title}” is the shape of “${other}”`, () => assert.equal(placeholderPattern(title)?.(other), true));
    }
    const others: readonly (readonly [string, string])[] = [
      ['User Story 1 - [Brief Title]', 'User Stories'],
      ['User Story 1 - [Brief Title]', 'User Story 3'],
      ['User Story 1 - [Brief Title]', 'Admin Story 1 - Log in'],
      ['Option {x}', 'Optional things'],
      ['Kind: [Feature | Bug]', 'Kind'],
      ['Phase [N]: [Name] rollout', 'Phase 2 rollout'],
      ['1. [Title]', 'Log in'],
      ['{option 1}', ''],
      ['{option 1}', ' '],
    ];
    for (const [title, other] of others) {
      it(`“${title}” is not the shape of “${other}”`, () => assert.equal(placeholderPattern(title)?.(other), false));
    }
    for (const title of [
      'Summary',
      'Flow [optional]',
      'GET /users/{id}',
      'List<T>',
      'items[0]',
      'x-axis',
      'Will it use more (disk, memory, ...)?',
      'Wait...',
      '[]',
      '{}',
      '<>',
    ]) {
      it(`“${title}” is no placeholder`, () => assert.equal(placeholderPattern(title), undefined));
    }
  });
});
