package vn.quyche.core.api.persistence;

import org.osgi.annotation.versioning.ProviderType;

/** Makes ids in the program: 26 characters of Crockford base 32 (ULID), unique over nodes and sortable by time. */
@ProviderType
public interface Ids {

    /** A new id, greater than every id that this node made before. */
    String next();
}
