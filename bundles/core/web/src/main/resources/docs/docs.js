// Shows the descriptions of the REST doors that are open now. A running session reads; changes take a password or token
// ("Authorize"), because this page does not carry the token that proves where a change comes from.
(function () {
  'use strict';
  const choice = document.getElementById('door');

  function show(domain) {
    window.SwaggerUIBundle({
      url: '/api/' + domain + '/v1/openapi.json',
      domNode: document.getElementById('api'),
      deepLinking: false,
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
      validatorUrl: null
    });
    history.replaceState(null, '', '#' + domain);
  }

  function say(text) {
    document.getElementById('note').textContent = text;
  }

  fetch('/api/docs/doors.json', { credentials: 'same-origin' })
    .then(function (answer) {
      if (answer.status === 401) {
        say('Cần đăng nhập để xem tài liệu.');
        return;
      }
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      return answer.json().then(function (domains) {
        domains.forEach(function (domain) {
          choice.add(new Option(domain, domain));
        });
        const wanted = location.hash.slice(1);
        choice.value = domains.includes(wanted) ? wanted : domains[0];
        choice.addEventListener('change', function () { show(choice.value); });
        if (choice.value) {
          show(choice.value);
        }
      });
    })
    .catch(function () { say('Chưa tải được tài liệu. Tải lại trang sau ít phút.'); });
})();
