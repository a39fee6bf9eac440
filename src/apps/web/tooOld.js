// biome-ignore-all format: a comma after the last argument is too new
// biome-ignore-all lint/complexity: written for browsers that know nothing newer
// Runs before the pages, in whatever browser: one that is below the floor (Chrome and Edge 109) is told so in words.
;(function () {
  // The newest things that every page stands on. Chrome has all three from 108 on.
  var known =
    window.CSS &&
    CSS.supports &&
    CSS.supports('height', '100dvh') &&
    CSS.supports('selector(:has(a))') &&
    'CSSLayerBlockRule' in window
  if (known) return

  var page = document.createElement('div')
  page.style.cssText = 'max-width: 640px; margin: 48px auto; padding: 0 16px; font: 18px/1.5 sans-serif'
  function say(title, text) {
    var head = document.createElement('h1')
    head.style.cssText = 'margin: 32px 0 8px; font-size: 24px; line-height: 1.3'
    head.appendChild(document.createTextNode(title))
    page.appendChild(head)
    page.appendChild(document.createElement('p')).appendChild(document.createTextNode(text))
  }
  say(
    'Trình duyệt này quá cũ nên chưa mở được Nâng Bước',
    'Hãy cập nhật Chrome hoặc Edge lên bản 109 trở lên (máy Windows 7, Windows 8 cài được bản 109), rồi mở lại trang này. Nếu không tự cập nhật được, hãy nhờ người phụ trách máy tính của xã. Phiếu đã lưu trên máy này vẫn còn.'
  )
  say(
    'This browser is too old for Nâng Bước',
    'Update Chrome or Edge to version 109 or newer (109 is the last for Windows 7 and 8), then open this page again. What is kept on this device stays.'
  )
  // Without its place the application does not begin.
  var place = document.getElementById('app')
  place.parentNode.replaceChild(page, place)
})()
