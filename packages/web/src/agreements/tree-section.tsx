import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import type { Agreement } from "../api/read.ts";
import { Name } from "../language/figures.tsx";
import { KindWords, StateMark, Title } from "./agreement-words.tsx";
import { Section } from "./section.tsx";

/** Under what it counts, what counts under it, and what it leads to, leans on or renews. */
export function TreeSection({ agreement }: { agreement: Agreement }) {
  const { above, children, links } = agreement;
  if (above.length + children.length + links.length === 0) return null;
  return (
    <Section title={<FormattedMessage id="agreement.tree" />}>
      <ul className="tree">
        {above.map((node, depth) => (
          <Node key={node.id} node={node} depth={depth} />
        ))}
        <li style={{ marginInlineStart: `${above.length * 20}px` }}>
          <strong>
            <Name>{agreement.reference}</Name>
          </strong>{" "}
          <span className="small muted">
            <FormattedMessage id="agreement.here" />
          </span>
        </li>
        {children.map((node) => (
          <Node key={node.id} node={node} depth={above.length + 1} />
        ))}
      </ul>
      {links.length > 0 && (
        <dl className="pairs">
          {links.map((link) => (
            <div key={`${link.kind} ${link.direction} ${link.id}`} className="pair">
              <dt>
                <FormattedMessage id={`agreement.link.${link.kind}.${link.direction}`} />
              </dt>
              <dd>
                <Link to="/agreements/$reference" params={{ reference: link.reference }}>
                  <Title of={link} />
                </Link>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

type TreeNode = Agreement["above"][number];

function Node({ node, depth }: { node: TreeNode; depth: number }) {
  return (
    <li style={{ marginInlineStart: `${depth * 20}px` }}>
      <Link to="/agreements/$reference" params={{ reference: node.reference }}>
        <Title of={node} />
      </Link>{" "}
      <span className="small muted">
        <KindWords kind={node.kind} type={node.type} />
        {" · "}
        <StateMark state={node.state} reported={node.reported} />
      </span>
    </li>
  );
}
