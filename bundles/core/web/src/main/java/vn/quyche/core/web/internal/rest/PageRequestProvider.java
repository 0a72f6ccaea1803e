package vn.quyche.core.web.internal.rest;

import java.util.Optional;
import javax.ws.rs.core.MultivaluedMap;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.jaxrs.impl.UriInfoImpl;
import org.apache.cxf.message.Message;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Invalid;

/** Gives a resource method its parameter {@code @Context PageRequest}, from {@code size}, {@code after} and {@code sort} of the query. */
final class PageRequestProvider implements ContextProvider<PageRequest> {

    @Override
    public PageRequest createContext(Message message) {
        MultivaluedMap<String, String> query = new UriInfoImpl(message).getQueryParameters();
        int size = given(query, "size").map(PageRequestProvider::size).orElse(PageRequest.DEFAULT_SIZE);
        return new PageRequest(size, given(query, "after"), given(query, "sort"));
    }

    private static Optional<String> given(MultivaluedMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name)).filter(value -> !value.isBlank());
    }

    /** A larger page than is served is no mistake: the answer says how to go on. */
    private static int size(String text) {
        if (!text.matches("0{0,3}[1-9][0-9]{0,5}")) {
            throw new Invalid("size", "web.bad-size", PageRequest.MAX_SIZE);
        }
        return Integer.parseInt(text);
    }
}
