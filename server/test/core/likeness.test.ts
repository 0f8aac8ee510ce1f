/** Which titles are near misses of each other, and, at greater length, which are not. */
import assert from 'node:assert/strict';
import { likeness } from '../../src/core/text/likeness.ts';
import { closelySpelt, stemOf } from '../../src/core/text/stems.ts';

/** In both directions, to see that they agree. */
function alike(one: string, other: string): number {
  assert.equal(likeness(one, other), likeness(other, one));
  return likeness(one, other);
}

describe('likeness', () => {
  describe('near misses', () => {
    const pairs = `
      Alternatives | Rationale and alternatives
      制約 | 制約と仮定
      使用场景 | 使用场景和测试
      Alternatives | Alternatives to Redis
      Alternatives considered | Alternatives
      Test plan | Testing
      Test considerations | Testing
      Indeces | Indices
      Sumary | Summary
      Depolyment | Deployment
      Enviroment | Environment
      Dependancies | Dependencies
      Implemntation details | Implementation details
      Behaviour changes | Behavior changes
      Implementation | Reference implementation
      Implementation | Implementation details
      Questions | Open questions
      Unresolved questions | Open questions
      Data models | Data model
      Datamodel | Data model
      Data model changes | Data model
      Overview of the data model | Data model
      Re-enabling the flag | Reenabling the flag
      Simple summary | Summary
      Options considered | Considered options
      Security considerations | Security/Privacy
      Privacy | Security/Privacy
      Security and privacy considerations | Security/Privacy
      Upgrade strategy | Upgrade / Downgrade strategy
      Notes/Constraints/Caveats | Details/Notes/Constraints
      Risk | Risks and mitigations
      Problem statement | Context and problem statement
      Rollout plan | Rollout strategy
      Rollout | Rollout plan
      Deploying | Deployment
      Migrations | Migrating
      User story | User stories
      API changes | APIs
      Goals of the project | Goals
      In scope | Scope
      Scope | In scope / Out of scope
      Goals | Goals and non-goals
      Non-goals | Goals and non-goals
      API endpoints | APIs
      Detailed design | Design
      High-level design | Design
      Could a rollout or a rollback fail at any time? | Could a rollout fail at any time?
      Résumé | Resume
      测试与验收的考量 | 测试和验收的考量
      测试方案 | 测试
      相关背景 | 背景
      可行性分析和排期规划 | 可行性分析及规划排期
      セキュリティとプライバシー | セキュリティ・プライバシー
      テスト計画 | テスト
      요구 사항 및 제약 | 요구사항 및 제약`;
    for (const [one, other] of rows(pairs)) {
      it(`“${one}” is near “${other}”`, () => assert.ok(0.6 <= alike(one, other) && alike(one, other) < 1));
    }
  });

  describe('different titles', () => {
    const pairs = `
      Activation | Motivation
      Goals | Non-Goals
      Goals | Nongoals
      Goals | Non-goals and risks
      Nongoals | Goals and risks
      Scope | Out of scope
      Scope | Not in scope
      Motivation | Motivation without code
      Supported platforms | Unsupported platforms
      Functional requirements | Non-functional requirements
      Details | Implementation details
      Plan | Test plan
      Notes | Release notes
      Description | Problem description
      Changes | Change log
      Additional information | Contact information
      Data model | Testing strategy for data model
      Data | Data model
      Data model | Data migration
      Security | Security testing
      Security | Impact on security
      APIs | API testing
      Deployment | Deployment testing
      Deployment | Employment
      Testing | Unit tests
      Unit tests | Integration tests
      Test cases | Use cases
      Test considerations | Edge case considerations
      Implementation | Implementation history
      Implementation details | Design details
      Summary | Summary of new and changed functions in the client
      User Story 1 | User Story 2
      User Story 1 | User Stories
      Phase 1 | Phase 2
      Version 1.2 | Version 1.3
      Alpha to beta | Beta to stable
      Upgrade strategy | Downgrade strategy
      Positive consequences | Negative consequences
      Consequences | Positive consequences
      Explanation | Reference-level explanation
      Guide-level explanation | Reference-level explanation
      Resolved questions | Unresolved questions
      Questions | Resolved questions
      Open questions | Open issues
      Current state | Future state
      Existing design | Proposed design
      Pros | Cons
      Pros | Pros and cons of the options
      Decision drivers | Decision outcome
      Considered options | Pros and cons of the options
      Context | Content
      Contract | Contact
      Conversion | Conversation
      Policy | Police
      Privacy | Piracy
      Test | Text
      Goals | Roles
      Summary | Summer
      Project | Projection
      Product readiness | Production readiness
      Import | Export
      Input format | Output format
      Advantages | Disadvantages
      Scalability | Availability
      Overview | Summary
      Timeline | Deadline
      Will it add any new API calls? | Will it add any new API types?
      Does it slow any existing call to the store? | Does it add any new call to the provider?
      Requirements | 要件
      目标 | 非目标
      功能需求 | 非功能需求
      要件 | 機能要件
      範囲 | 範囲外
      목표 | 비목표
      기능 요구사항 | 비기능 요구사항
      实现方案 | 测试方案
      方案设计 | 实现思路与方案设计说明书
      功能测试 | 性能测试
      前端测试方案设计 | 后端测试方案设计
      输入参数格式说明 | 输出参数格式说明
      ストーリー1の受け入れ条件 | ストーリー2の受け入れ条件
      制約 | 成功基準
      制約 | 制約違反
      目标 | 目标和非目标`;
    for (const [one, other] of rows(pairs)) {
      it(`“${one}” is not near “${other}”`, () => assert.equal(alike(one, other), 0));
    }
  });

  it('one title is like itself', () => assert.equal(likeness('1. Summary:', 'summary'), 1));

  it('blank titles are like nothing', () => {
    assert.equal(likeness('', ''), 0);
    assert.equal(likeness('', 'Summary'), 0);
  });

  it('a plural is nearer than a part', () =>
    assert.ok(likeness('Alternatives', 'Rationale and alternatives') < likeness('Alternative', 'Alternatives')));

  it('a loose word is nearer than a part', () =>
    assert.ok(likeness('Rollout', 'Motivation and rollout') < likeness('Rollout', 'Rollout plan')));

  it('words that are keys of every object are words', () => {
    assert.equal(likeness('__proto__', 'constructor'), 0);
    assert.ok(0 < likeness('Constructor', 'Constructors'));
  });
});

describe('stems', () => {
  const same = `
    story | stories
    index | indices
    test | testing
    plan | planning
    cache | caching
    caches | cache
    migrate | migration
    configure | configuration
    implement | implementations
    require | requirements
    api | apis
    analysis | analyses
    process | processes`;
  for (const [one, other] of rows(same))
    it(`${one} and ${other} are one`, () => assert.equal(stemOf(one), stemOf(other)));

  const different = `
    product | production
    project | projection
    state | statement
    relation | related
    station | state
    string | str
    status | stat
    active | action`;
  for (const [one, other] of rows(different)) {
    it(`${one} and ${other} are two`, () => assert.notEqual(stemOf(one), stemOf(other)));
  }
});

describe('spelling', () => {
  const close =
    'summary | sumary\nindices | indeces\ndeployment | depolyment\nbehaviour | behavior\nlicence | license\nsecurity | securty\nenvironment | enviroment';
  for (const [one, other] of rows(close)) {
    it(`${other} is a slip of ${one}`, () => assert.ok(closelySpelt(one, other) && closelySpelt(other, one)));
  }
  const far =
    'motivation | activation\ncontext | content\ncontract | contact\nprocess | progress\nformat | formal\nscope | scopes\ngoals | goats\ntest | text\nversion | vision\nconversion | conversation';
  for (const [one, other] of rows(far)) {
    it(`${other} is no slip of ${one}`, () => assert.ok(!closelySpelt(one, other) && !closelySpelt(other, one)));
  }
});

function rows(table: string): readonly (readonly [string, string])[] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const [one = '', other = ''] = row.split(' | ').map((cell) => cell.trim());
      return [one, other];
    });
}
