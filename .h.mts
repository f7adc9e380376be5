import {readFileSync,readdirSync} from 'node:fs';
import {openImporter} from './tests/support/import-run.ts';
const im=await openImporter(); const dir='/tmp/w/real/h3/'; const only=process.argv[2];
for(const n of readdirSync(dir)){ if(only&&!n.match(only))continue; const t=Date.now(); let s='';
 try{const o=await im.tryBlob(new Blob([readFileSync(dir+n)]),n);
 if('sentence' in o)s='! '+o.sentence; else {const r:any=o.report;s=`rows ${r.file.rows} cols ${r.file.columns} ${r.file.encoding} ${JSON.stringify(r.file.delimiter)} head ${r.file.headerRow} ${r.kind.guess} acc ${r.accepted} rej ${r.rejected} map ${Object.entries(r.mapping).map(([k,v]:any)=>k+'='+v.column)} notes ${r.file.notes.slice(0,2)} probs ${[...new Set(r.problems.map((p:any)=>p.rule))].slice(0,5)}`;}
 }catch(e:any){s='CRASH '+String(e.stack).slice(0,400)}
 console.log(n,'|',Date.now()-t,'|',Math.round(process.memoryUsage().rss/1e6),'|',s.slice(0,400));}
await im.close();
