package vn.quyche.core.web.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import vn.quyche.core.api.error.Invalid;

/** Reads and writes JSON bodies. A resource that takes a body never gets {@code null} for one. */
final class JsonBodies extends JacksonJsonProvider {

    JsonBodies(ObjectMapper mapper) {
        super(mapper);
    }

    /** @throws Invalid {@code web.no-body} for an empty body and for the JSON {@code null} */
    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        Object read = super.readFrom(type, genericType, annotations, mediaType, headers, body);
        if (read == null) {
            throw new Invalid("", "web.no-body");
        }
        return read;
    }
}
