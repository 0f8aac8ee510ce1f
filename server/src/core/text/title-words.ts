/** Words of titles that say little: beside another word, or at all. */
import { stemOf } from './stems.ts';

/** By its stem. It may be there or not: `Deployment plan` is `Deployment`, `Proposed solution` is `Solution`, `测试方案` is `测试`. */
export function isLoose(stem: string): boolean {
  return LOOSE.has(stem);
}

/** By its stem. It makes no two titles alike: `Details` is not `Implementation details`, nor `Pros` a `Pros and cons`. */
export function isWeak(stem: string): boolean {
  return WEAK.has(stem);
}

/** By its stem. Loose words of one group stand for each other: `Rollout plan`, `Rollout strategy`. */
export function looseGroup(stem: string): string | undefined {
  return GROUPS.get(stem);
}

const HEADS =
  'details information info notes section description considerations plan strategy approach process changes concerns issues aspects implications overview statement specification spec discussion analysis design options guidelines topics content items list endpoints';
const MODIFIERS =
  'open unresolved outstanding remaining reference proposed suggested detailed technical general high-level overall main key initial basic simple short brief executive further additional more other possible potential considered considering current existing new project product feature system change any relevant related important specific user-facing';
const IDEOGRAPHIC =
  '方案 设计 設計 说明 說明 計画 计划 計劃 规划 考量 考虑 考慮 考慮事項 事項 事项 内容 內容 概述 概要 相关 相關 関連 描述 情况 思路 详情 詳細 方針 について 总体 整体 主要 补充 等 部分 계획 상세 설명 사항 개요 관련 주요 기존';

/** Loose, and yet telling where they stand alone. */
const TELLING =
  'endpoints design specification spec options reference proposed suggested feature project product discussion analysis'.split(
    ' ',
  );

const LOOSE = new Set([...HEADS.split(' '), ...MODIFIERS.split(' '), ...IDEOGRAPHIC.split(' ')].map(stemOf));
const TELLING_STEMS = new Set(TELLING.map(stemOf));
const WEAK = new Set([
  ...Array.from(LOOSE).filter((stem) => !TELLING_STEMS.has(stem)),
  ...['pros', 'cons'].map(stemOf),
]);

const GROUPS = new Map(
  [
    'plan strategy approach',
    'concerns considerations implications aspects issues impact',
    'details specification spec description design',
    'open unresolved outstanding remaining',
    'additional further more other',
    'proposed suggested',
    'considered possible potential',
  ].flatMap((words) => words.split(' ').map((word) => [stemOf(word), words] as const)),
);
