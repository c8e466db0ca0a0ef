export type { HealthSource, SourceError, SourceListener, SourceState } from './source/health-source.ts';
export type { ErrorDetail, ReportDetail } from './ui/events.ts';
export { type MessageSet, setMessages } from './ui/messages.ts';
export type { GivenReport, Tier } from './ui/score-reading.ts';
export { stateMessages } from './ui/state.messages.ts';
export { summaryMessages } from './ui/summary.messages.ts';
export { version } from './ui/version.ts';
export type { WidgetState } from './ui/widget-state.ts';
export * from './widgets/widgets.ts';
