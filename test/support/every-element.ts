/** Defines every element there is: those of one account, and those that have entries of their own. */
import '@hale/widgets/define';
import '@hale/widgets/define/backtest.js';
import '@hale/widgets/define/portfolio.js';
import '@hale/widgets/define/role-view.js';
import '@hale/widgets/define/scatter.js';
import '@hale/widgets/define/segment-bars.js';
