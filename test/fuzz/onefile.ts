import fs from 'node:fs';
import { allFixed, findingsIn } from '../server/core/findings';
const s = JSON.parse(fs.readFileSync(process.argv[2]!, 'utf8')); const x = allFixed(s); console.log(JSON.stringify(x.slice(0, 900)));
for (const f of findingsIn(s)) console.log('  ', f.code, f.message, JSON.stringify(f.fixes?.map((x) => [x.tier, x.edits])));
