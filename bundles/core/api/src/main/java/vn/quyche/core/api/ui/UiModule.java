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

    /** Cards of the home page. */
    default List<HomeCard> cards() {
        return List.of();
    }
}
