import type { Language } from '../../domain.ts';

/**
 * What each concept is commonly called, for people to see what a subscription rings for: the forms of an entry are made
 * for finding, and the first of them need not be what anybody would say. English, French, German, Spanish; `-`: nothing
 * but the concept's own name. Typed as a query, each of them means the entry, which a test holds them to.
 */
const called: Readonly<Record<string, string>> = {
  layoffs: 'job cuts | licenciements | Stellenabbau | despidos',
  hiring: '- | embauches | Neueinstellungen | contrataciones',
  'ceo-change': 'new CEO | nouveau PDG | neuer Chef | nuevo CEO',
  strike: '- | grève | Streik | huelga',
  resignation: 'resigns | démission | Rücktritt | dimisión',
  union: 'trade union | syndicat | Gewerkschaft | sindicato',
  'remote-work': 'work from home | télétravail | Homeoffice | teletrabajo',
  shutdown: '- | arrêt du service | Abschaltung | cierre del servicio',
  acquisition: 'takeover | rachat | Übernahme | adquisición',
  funding: 'funding round | levée de fonds | Finanzierungsrunde | ronda de financiación',
  ipo: '- | introduction en Bourse | Börsengang | salida a bolsa',
  earnings: 'quarterly results | résultats trimestriels | Quartalszahlen | resultados trimestrales',
  partnership: '- | partenariat | Partnerschaft | alianza',
  'price-rise': 'price hike | hausse des prix | Preiserhöhung | subida de precios',
  bankruptcy: 'insolvency | faillite | Insolvenz | bancarrota',
  merger: 'merge with | - | Fusionen | -',
  profit: '- | - | Gewinn | ganancias',
  revenue: '- | chiffre d’affaires | Umsatz | ingresos',
  investment: '- | investissement | Investition | inversión',
  stock: 'share price | cours de Bourse | Aktie | cotización',
  'stock-buyback': 'buyback | rachat d’actions | Aktienrückkauf | recompra de acciones',
  'spin-off': '- | scission | Abspaltung | escisión',
  startup: '- | jeune pousse | Start-up | empresa emergente',
  subsidies: 'subsidy | subvention | Subventionen | subvención',
  'data-breach': 'data leak | fuite de données | Datenleck | fuga de datos',
  cyberattack: '- | cyberattaque | Cyberangriff | ciberataque',
  ransomware: '- | rançongiciel | Erpressungssoftware | secuestro de datos',
  vulnerability: 'security flaw | faille de sécurité | Sicherheitslücke | vulnerabilidad',
  'zero-day': '- | faille zero-day | Zero-Day-Lücke | día cero',
  outage: 'service disruption | panne | Ausfall | caída del servicio',
  phishing: '- | hameçonnage | Phishing-Mails | suplantación de identidad',
  malware: 'malicious software | logiciel malveillant | Schadsoftware | software malicioso',
  ddos: 'denial-of-service | déni de service | Überlastungsangriff | denegación de servicio',
  'cyber-espionage': '- | cyberespionnage | Cyber-Spionage | ciberespionaje',
  encryption: '- | chiffrement | Verschlüsselung | cifrado',
  antitrust: 'monopoly | abus de position dominante | Kartellverfahren | antimonopolio',
  fine: '- | amende | Geldstrafe | multa',
  lawsuit: 'sue | procès | Klage | demanda judicial',
  regulation: '- | réglementation | Regulierung | regulación',
  'export-controls':
    'export curbs | contrôle des exportations | Exportbeschränkungen | control de exportaciones',
  tariffs: 'import duty | droits de douane | Zölle | aranceles',
  sanctions: '- | sanctions économiques | Sanktionen | sanciones internacionales',
  'supply-chain': '- | chaîne d’approvisionnement | Lieferkette | cadena de suministro',
  censorship: '- | censure | Zensur | censura',
  privacy: 'data protection | vie privée | Datenschutz | privacidad',
  copyright: 'intellectual property | droit d’auteur | Urheberrecht | derechos de autor',
  patent: '- | brevet | Patente | patente',
  recall: 'product recall | rappel de produits | Rückruf | llamada a revisión',
  deepfake: '- | hypertrucage | - | ultrafalso',
  'product-launch': 'launch of | lancement | vorgestellt | lanzamiento',
  ai: 'artificial intelligence | intelligence artificielle | künstliche Intelligenz | inteligencia artificial',
  semiconductors: 'chips | semi-conducteurs | Halbleiter | semiconductores',
  cloud: 'cloud computing | informatique en nuage | Cloud-Computing | computación en la nube',
  'open-source': '- | logiciel libre | quelloffen | código abierto',
  'generative-ai': '- | IA générative | generative KI | IA generativa',
  'machine-learning': '- | apprentissage automatique | - | aprendizaje automático',
  llm: 'large language model | modèle de langage | Sprachmodell | modelo de lenguaje',
  chatbot: 'AI assistant | robot conversationnel | KI-Assistent | asistente virtual',
  '5g': '- | cinquième génération | - | quinta generación',
  'quantum-computing': 'quantum computer | ordinateur quantique | Quantencomputer | computación cuántica',
  robotics: 'robots | robotique | Robotik | robótica',
  'autonomous-vehicles': 'self-driving | voiture autonome | autonomes Fahren | coche autónomo',
  'electric-vehicles': 'electric car | voiture électrique | Elektroauto | coche eléctrico',
  battery: '- | batterie | Akku | batería',
  satellite: '- | orbite basse | Erdumlaufbahn | satélite',
  space: '- | spatial | Raumfahrt | espacial',
  smartphone: 'mobile phone | téléphone portable | Handy | teléfono inteligente',
  'virtual-reality': 'augmented reality | réalité virtuelle | virtuelle Realität | realidad virtual',
  'social-media': 'social network | réseau social | soziale Netzwerke | red social',
  streaming: 'video on demand | vidéo à la demande | - | vídeo bajo demanda',
  'e-commerce': 'online retail | commerce en ligne | Onlinehandel | comercio electrónico',
  fintech: 'financial technology | néobanque | Neobank | neobanco',
  cryptocurrency: 'crypto | cryptomonnaie | Kryptowährung | criptomoneda',
  blockchain: 'distributed ledger | chaîne de blocs | - | cadena de bloques',
  'data-center': '- | centre de données | Rechenzentrum | centro de datos',
};

const languages: readonly Language[] = ['en', 'fr', 'de', 'es'];

/** By language; absent where there is no other word than the concept's name. */
export function calledIn(id: string): ReadonlyMap<Language, string> {
  const words = called[id]?.split('|').map((word) => word.trim()) ?? [];
  return new Map(
    languages.flatMap((language, at) => {
      const word = words[at] ?? '-';
      return word === '-' ? [] : [[language, word] as const];
    }),
  );
}
