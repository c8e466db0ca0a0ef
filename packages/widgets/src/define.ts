import './define/gauge.ts';
import './define/provider.ts';
import './define/trend-line.ts';
