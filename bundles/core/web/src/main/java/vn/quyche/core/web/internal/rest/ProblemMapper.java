package vn.quyche.core.web.internal.rest;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import vn.quyche.core.web.internal.http.Call;
import vn.quyche.core.web.internal.http.Edge;
import vn.quyche.core.web.internal.http.Problem;
import vn.quyche.core.web.internal.http.Problems;

/** Answers whatever a resource, or JAX-RS before it, throws. */
final class ProblemMapper implements ExceptionMapper<Throwable> {

    private final Problems problems;

    ProblemMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(Throwable error) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        Problems.Answer answer = problems.answer(error, (Call) request.getAttribute(Edge.CALL));
        Response.ResponseBuilder response = Response.status(answer.problem().status())
                .type(Problem.MEDIA_TYPE)
                .entity(answer.problem());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
