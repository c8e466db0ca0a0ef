export * from '../schema/instant-of.ts';
