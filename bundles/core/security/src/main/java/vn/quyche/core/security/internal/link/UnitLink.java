package vn.quyche.core.security.internal.link;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.quyche.core.api.security.spi.UnitTree;

/** The directory's tree of units; without it a role held for a unit reaches that unit alone. */
@Component(service = UnitLink.class)
public final class UnitLink implements UnitTree {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile UnitTree tree;

    @Override
    public Set<String> withBelow(String unitId) {
        UnitTree known = tree;
        return known == null ? Set.of(unitId) : known.withBelow(unitId);
    }
}
