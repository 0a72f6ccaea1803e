package vn.quyche.group.api.members;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** Groups that lack a leader or an administrator. Clause TB.5. */
@ProviderType
public interface Vacancies {

    /** What is vacant in groups that the caller may see, by name of the group. */
    Page<Vacancy> list(Caller caller, Optional<String> text, PageRequest page);

    /** What is vacant in one group. */
    List<Vacancy> of(Caller caller, String groupId);
}
