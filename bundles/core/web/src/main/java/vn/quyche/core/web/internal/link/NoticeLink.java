package vn.quyche.core.web.internal.link;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.notice.spi.LiveFeed;

/** Notices and their live feed, when they are there. */
@Component(service = NoticeLink.class)
public final class NoticeLink {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Notices notices;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile LiveFeed feed;

    /** The notices, or empty. */
    public Optional<Notices> notices() {
        return Optional.ofNullable(notices);
    }

    /** The live feed, or empty. */
    public Optional<LiveFeed> feed() {
        return Optional.ofNullable(feed);
    }
}
