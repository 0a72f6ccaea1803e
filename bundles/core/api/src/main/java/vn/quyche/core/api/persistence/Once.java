package vn.quyche.core.api.persistence;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Creates a thing at most once for a key that a client chose. Services use {@code Acts.performOnce} instead. */
@ProviderType
public interface Once {

    /**
     * Gives the id that was created under the key, or creates it now. A second call with the same key waits for a running
     * first one, also on another node; when the first one fails, the second creates.
     *
     * <p>Opens the transaction in which {@code create} runs, hence must be called outside of one.
     *
     * @param owner whose key it is, for example an account id; at most 100 characters
     * @param key the key, at most 100 characters; blank for none: then {@code create} simply runs
     * @param create gives the id of what it created, at most 100 characters
     * @throws vn.quyche.core.api.error.Invalid when the key is too long or not plain text
     * @throws IllegalStateException inside a transaction
     */
    String once(String owner, String key, Supplier<String> create);
}
