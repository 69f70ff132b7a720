/**
 * Concepts that say what is written about, not what happened: they tell no event from another, and may be a part of
 * somebody's name ("Nordlys Robotics").
 */
export const subjects: ReadonlySet<string> = new Set(
  (
    'ai semiconductors cloud open-source generative-ai machine-learning llm chatbot 5g quantum-computing robotics ' +
    'autonomous-vehicles electric-vehicles battery satellite space smartphone virtual-reality social-media streaming ' +
    'e-commerce fintech cryptocurrency blockchain data-center profit revenue investment stock startup subsidies ' +
    'supply-chain privacy copyright encryption union remote-work malware phishing ddos cyber-espionage tariffs sanctions ' +
    'export-controls censorship patent deepfake resignation shutdown merger spin-off stock-buyback'
  ).split(' '),
);
