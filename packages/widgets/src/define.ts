import './define/gauge.ts';
import './define/provider.ts';
