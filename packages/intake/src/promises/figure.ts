import type { Gathering } from "../acts/entities.ts";
import type { Entity } from "../acts/entity.ts";
import type { FrameworkMention } from "../context/frameworks.ts";
import type { NumberMention } from "../figures/numbers.ts";
import type { Reading, Span } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Action, Noun } from "./indicators.ts";
import type { Nature, NatureCue } from "./natures.ts";

/** A quantity of the text and what it is: a promise of an instrument, or something else. */
export type Figure = Span & {
  readonly sentence: Sentence;
  readonly number: NumberMention;
  readonly noun: Noun | null;
  readonly percent: boolean;
  readonly action: Action | null;
  readonly indicator: string;
  readonly nature: Nature | "share" | null;
  readonly natureCue: NatureCue | null;
  readonly entity: Entity | null;
  readonly framework: FrameworkMention | null;
  /** « dont 40 % de femmes »: a part of the figure before. */
  readonly part: boolean;
};

export type FigureContext = {
  readonly reading: Reading;
  readonly gathering: Gathering;
  readonly frameworks: readonly FrameworkMention[];
  /** Names of organisations, frameworks and instruments: words in them say nothing about figures. */
  readonly names: readonly Span[];
};
