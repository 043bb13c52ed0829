import { post } from '../api.js';
import { Element, html, nothing, problemCard, t } from '../element.js';

/** The log-in form; tells the shell with `fe-session` when it succeeded. */
class Login extends Element {
  static properties = { problem: { state: true }, busy: { state: true } };

  #submit = async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    this.busy = true;
    this.problem = undefined;
    try {
      const detail = await post('/api/v1/session', {
        user: form.get('user'),
        password: form.get('password'),
      });
      this.dispatchEvent(new CustomEvent('fe-session', { detail }));
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  };

  render() {
    return html`
      <section class="card narrow">
        <h1>${t('login.title')}</h1>
        <p>${t('login.lead')}</p>
        <form @submit=${this.#submit}>
          <label>${t('login.user')}
            <input name="user" autocomplete="username" required autofocus></label>
          <label>${t('login.password')}
            <input name="password" type="password" autocomplete="current-password" required></label>
          ${this.problem ? problemCard(this.problem) : nothing}
          <button type="submit" class="primary" ?disabled=${this.busy}>${t('login.submit')}</button>
        </form>
      </section>`;
  }
}

customElements.define('fe-login', Login);
