export { Gauge } from './gauge/gauge.ts';
export { Provider } from './provider/provider.ts';
