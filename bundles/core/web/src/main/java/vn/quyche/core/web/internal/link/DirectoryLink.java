package vn.quyche.core.web.internal.link;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.quyche.core.api.directory.Directory;

/** The directory, when it is there. */
@Component(service = DirectoryLink.class)
public final class DirectoryLink {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Directory directory;

    /** The directory, or empty. */
    public Optional<Directory> get() {
        return Optional.ofNullable(directory);
    }
}
