// All that show one account. What shows many, or how right scores were, few pages need: each of those has its own entry.
// In this order what is alike lies close together, and compresses best.
import './define/provider.ts';
import './define/what-changed.ts';
import './define/breakdown.ts';
import './define/risk-flags.ts';
import './define/heat-map.ts';
import './define/activity-dots.ts';
import './define/playbook.ts';
import './define/status.ts';
import './define/trend-line.ts';
import './define/gauge.ts';
