package vn.quyche.core.api.ui;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** What a bundle shows. Register one per bundle as a service. */
@ConsumerType
public interface UiModule {

    /** The domain: the prefix of its paths ({@code /group/…}), texts and templates. */
    String id();

    /** Entries of the menu. */
    List<NavEntry> nav();

    /** Pages and form handlers. */
    List<UiPage> pages();

    /**
     * Pages that anyone may read without signing in, for example to check something; shown without menu, never indexed, a few
     * a minute for each address. The caller is {@link vn.quyche.core.api.security.Caller#visitor}: such a page shows nothing
     * about people. A form on it may bring files up to a limit of its own, and may answer with a page or a download; the
     * permission of a page does not count.
     */
    default List<UiPage> visitorPages() {
        return List.of();
    }

    /** Cards of the home page. */
    default List<HomeCard> cards() {
        return List.of();
    }
}
