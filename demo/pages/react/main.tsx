import '../host/host.ts';
import './react.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { byId } from '../host/element.ts';
import { AccountPage } from './account-page.tsx';

createRoot(byId('main')).render(
  <StrictMode>
    <AccountPage />
  </StrictMode>,
);
