export * from '../schema/say.ts';
