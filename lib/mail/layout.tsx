import type { Locale } from 'next-intl';
import type { ReactNode } from 'react';
import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Section, Text } from 'react-email';
import { mailTexts } from '@/lib/mail/texts';

/** Mail programs read only inline styles. The values are the Ontario Design System's. */
const sans = '"Open Sans", Arial, sans-serif';
const page = { backgroundColor: '#f2f2f2', fontFamily: sans, margin: 0, padding: 0 };
const sheet = { backgroundColor: '#ffffff', maxWidth: '640px', margin: '0 auto' };
const bar = { backgroundColor: '#1a1a1a', padding: '16px 32px' };
const wordmark = { color: '#ffffff', fontSize: '20px', fontWeight: 700, margin: 0 };
const content = { padding: '8px 32px 24px' };
const panel = { backgroundColor: '#e5f0e9', borderRadius: '8px', padding: '20px 24px', margin: '0 0 24px' };
const label = { color: '#1a1a1a', fontSize: '16px', lineHeight: '24px', margin: 0 };
const number = { color: '#1a1a1a', fontSize: '28px', lineHeight: '36px', fontWeight: 700, margin: 0 };
const heading = { color: '#1a1a1a', fontSize: '28px', lineHeight: '36px', margin: '24px 0 16px' };
const subheading = { color: '#1a1a1a', fontSize: '20px', lineHeight: '28px', margin: '32px 0 8px' };
const prose = { color: '#1a1a1a', fontSize: '16px', lineHeight: '26px', margin: '0 0 16px' };
const button = { backgroundColor: '#0066cc', borderRadius: '4px', color: '#ffffff', fontSize: '18px' };
const buttonSpace = { fontWeight: 600, padding: '10px 24px', margin: '8px 0 16px' };
const small = { color: '#4d4d4d', fontSize: '14px', lineHeight: '22px', margin: '0 0 8px' };

/** Mail programs that follow the person's choice of dark colours, such as Apple Mail, read them here. */
const dark = `@media (prefers-color-scheme: dark) {
  body, .page, body > table > tbody > tr > td { background-color: #15181c !important; }
  .sheet { background-color: #1f2429 !important; }
  .panel { background-color: #16311f !important; }
  .sheet h1, .sheet h2, .sheet p, .sheet td, .sheet th { color: #f2f4f6 !important; }
  .sheet td a, .sheet p a { color: #8ec5ff !important; }
  .sheet a.button, .sheet a.button * { color: #ffffff !important; }
}`;

type LayoutProps = { locale: Locale; title: string; children: ReactNode };

/** The frame of every message: wordmark, one heading, the message, the sender. */
export function Layout({ locale, title, children }: LayoutProps) {
  const t = mailTexts(locale);
  return (
    <Html lang={locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{dark}</style>
      </Head>
      <Preview>{title}</Preview>
      <Body style={page} className="page">
        <Container style={sheet} className="sheet">
          <Section style={bar}>
            <Text style={wordmark}>{t('wordmark')}</Text>
          </Section>
          <Section style={content}>
            <Heading style={heading}>{title}</Heading>
            {children}
            <Hr />
            <Text style={small}>{t('footer.independent')}</Text>
            <Text style={small}>{t('footer.automatic')}</Text>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={prose}>{children}</Text>;
}

export function Subheading({ children }: { children: ReactNode }) {
  return (
    <Heading as="h2" style={subheading}>
      {children}
    </Heading>
  );
}

/** A link that stands alone as a button. In plain text its address follows its label. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button href={href} style={{ ...button, ...buttonSpace }} className="button">
      {children}
    </Button>
  );
}

/** The number by which the court knows the claim, and its date, where nobody has to look for them. */
export function NumberPanel({ label: what, value, date }: { label: string; value: string; date: string }) {
  return (
    <Section style={panel} className="panel">
      <Text style={label}>{what}</Text>
      <Text style={number}>{value}</Text>
      <Text style={label}>{date}</Text>
    </Section>
  );
}
