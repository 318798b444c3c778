import { mount } from 'svelte';
import App from './App.svelte';
import { takeToken } from './lib/access';
import './style.css';

const target = document.getElementById('app');
if (target !== null) {
  takeToken();
  mount(App, { target });
}
