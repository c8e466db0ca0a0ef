export * from '../source/messages.ts';
