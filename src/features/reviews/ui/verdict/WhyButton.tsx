import { say } from '#platform/web/language.ts'

/** "Vì sao?" beside a class in a list. `name` tells those who listen whose class it is. */
export const WhyButton = ({ name, onClick }: { name: string; onClick: () => void }) => (
  <button type="button" class="why-button" onClick={onClick}>
    {say({ vi: 'Vì sao?', en: 'Why?' })}
    <span class="only-heard"> {name}</span>
  </button>
)
