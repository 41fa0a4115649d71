import fs from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { inspectPdf, sealPdf } from '@/lib/services/pdf';
const order = {kind:'issued' as const, fileNumber:'CV-26-00000001-0000', on:'2026-11-23', courtOffice:'Toronto', demonstration:true};
const dirs = process.argv.slice(2);
for (const dir of dirs) {
  const count: Record<string, number> = {};
  const run = async (f: string) => {
    const p = `${dir}/${f}`; const bytes = fs.readFileSync(p);
    const t = performance.now();
    const i = await inspectPdf(bytes);
    const ti = performance.now()-t;
    const enc = spawnSync('qpdf',['--is-encrypted',p]).status===0;
    let line = `${f}\t${i.ok?i.pages:i.code}\t${ti.toFixed(0)}`;
    let key = i.ok ? 'ok' : i.code;
    if (enc !== (!i.ok && i.code==='password')) line += '\tENC?'+enc;
    if (i.ok) {
      const t2=performance.now();
      const s = await sealPdf(bytes, order); 
      line += `\t${s.ok?'sealed':s.code}\t${(performance.now()-t2).toFixed(0)}`;
      key += s.ok?'':'/'+s.code;
      if (s.ok) {
        fs.writeFileSync('/tmp/pdfwork/out.pdf', s.bytes);
        if (!Buffer.from(s.bytes).subarray(0,bytes.length).equals(bytes)) line+='\tPREFIX';
        const q1=spawnSync('qpdf',['--check',p]).status, q2=spawnSync('qpdf',['--check','/tmp/pdfwork/out.pdf']).status;
        if ((q2??0)>(q1??0)) { line+=`\tQPDF ${q1}->${q2}`; fs.writeFileSync('/tmp/pdfwork/bad-'+f, s.bytes); key+='/qpdf'; }
        const txt=spawnSync('pdftotext',['-l','1','/tmp/pdfwork/out.pdf','-'],{encoding:'utf8',timeout:10000}).stdout??'';
        if(!txt.includes('CV-26-00000001-0000')||!txt.includes('23-NOV-2026')) {line+='\tTEXT'; key+='/text'; fs.writeFileSync('/tmp/pdfwork/bad-'+f, s.bytes);}
        const n1=spawnSync('pdfinfo',[p],{encoding:'utf8'}).stdout?.match(/Pages:\s+(\d+)/)?.[1], n2=spawnSync('pdfinfo',['/tmp/pdfwork/out.pdf'],{encoding:'utf8'}).stdout?.match(/Pages:\s+(\d+)/)?.[1];
        if(n1!==n2||n1!==String(i.pages)) line+=`\tPAGES ${n1} ${n2} ${i.pages}`;
      }
    }
    count[key]=(count[key]??0)+1;
    console.log(line);
  };
  for (const f of fs.readdirSync(dir).filter(f=>f.endsWith('.pdf'))) await run(f);
  console.log(dir, JSON.stringify(count));
}
