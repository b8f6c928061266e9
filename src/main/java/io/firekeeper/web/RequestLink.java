package io.firekeeper.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The path and query of a request, to link to the same page with another parameter.
 *
 * @param path the encoded path, with one leading slash
 * @param parameters the encoded parameters in their order
 */
record RequestLink(String path, List<String> parameters) {

	static RequestLink of(HttpServletRequest request) {
		String uri = failed(request, RequestDispatcher.ERROR_REQUEST_URI).orElseGet(request::getRequestURI);
		String path = "/" + uri.replaceFirst("^/+", "");
		String query = failed(request, RequestDispatcher.ERROR_QUERY_STRING)
			.or(() -> Optional.ofNullable(request.getQueryString()))
			.orElse("");
		return new RequestLink(path, Arrays.stream(query.split("&")).filter((part) -> !part.isEmpty()).toList());
	}

	RequestLink without(String name) {
		List<String> others = this.parameters.stream().filter((parameter) -> !names(parameter, name)).toList();
		return new RequestLink(this.path, others);
	}

	RequestLink with(String name, String value) {
		String added = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
		return new RequestLink(this.path, Stream.concat(without(name).parameters.stream(), Stream.of(added)).toList());
	}

	/**
	 * On an error page the URL that the person sees is that of the request that failed.
	 */
	private static Optional<String> failed(HttpServletRequest request, String attribute) {
		return Optional.ofNullable((String) request.getAttribute(attribute));
	}

	private static boolean names(String parameter, String name) {
		return parameter.equals(name) || parameter.startsWith(name + "=");
	}

	@Override
	public String toString() {
		return this.parameters.isEmpty() ? this.path : this.path + "?" + String.join("&", this.parameters);
	}

}
