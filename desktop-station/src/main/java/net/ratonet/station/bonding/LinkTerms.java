package net.ratonet.station.bonding;

import net.ratonet.shared.wire.LinkPriority;

/// How a person wants a link to be used.
public record LinkTerms(boolean on, LinkPriority priority) {

    public static final LinkTerms NORMAL = new LinkTerms(true, LinkPriority.NORMAL);

    public LinkTerms switched(boolean next) {
        return new LinkTerms(next, priority);
    }

    public LinkTerms prioritised(LinkPriority next) {
        return new LinkTerms(on, next);
    }
}
