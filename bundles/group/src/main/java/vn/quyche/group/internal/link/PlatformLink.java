package vn.quyche.group.internal.link;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.quyche.core.api.messenger.GroupPlatform;
import vn.quyche.core.api.messenger.GroupPlatform.Connected;

/** Knows what the platforms tell of a group, when there are connections to them. */
@Component(service = PlatformLink.class)
public final class PlatformLink {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile GroupPlatform platform;

    /** What is tied to a group that the reader may see; nothing without connections. */
    public List<Connected> of(String groupId) {
        GroupPlatform now = platform;
        return now == null ? List.of() : now.of(groupId);
    }
}
