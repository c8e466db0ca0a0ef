// All that show one account. What shows many, or how right scores were, few pages need: each of those has its own entry.
import './define/activity-dots.ts';
import './define/breakdown.ts';
import './define/gauge.ts';
import './define/heat-map.ts';
import './define/playbook.ts';
import './define/provider.ts';
import './define/risk-flags.ts';
import './define/status.ts';
import './define/trend-line.ts';
import './define/what-changed.ts';
