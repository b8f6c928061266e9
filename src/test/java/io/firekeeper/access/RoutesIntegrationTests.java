package io.firekeeper.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Every route against people who may not use it.
 */
class RoutesIntegrationTests extends AccessTestSupport {

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	@Autowired
	private RouteRules rules;

	@Test
	void whenNobodyIsSignedInThenNoRouteAnswersButThoseDeclaredOpen() {
		assertThat(routes(null)).hasSizeGreaterThan(20).allSatisfy((route) -> {
			MvcTestResult result = this.mvc.method(route.method()).uri(route.path()).with(csrf()).exchange();
			boolean leadsToSignIn = result.getResponse().getStatus() == 302
					&& String.valueOf(result.getResponse().getRedirectedUrl()).startsWith("/sign-in");
			assertThat(leadsToSignIn || result.getResponse().getStatus() == 401)
				.as("%s answers %s", route, result.getResponse().getStatus())
				.isTrue();
		});
	}

	@Test
	void whenAPermissionIsMissingThenTheRouteIsRefused() {
		for (Permission permission : Permission.values()) {
			Actor actor = TestActors.with("lacks-" + permission,
					Stream.of(Permission.values()).filter((other) -> other != permission).toArray(Permission[]::new));
			assertThat(routes(permission)).allSatisfy(
					(route) -> assertThat(this.mvc.method(route.method()).uri(route.path()).with(SignedIn.as(actor)))
						.as("%s without %s", route, permission)
						.hasStatus(403));
		}
	}

	@Test
	void whenAViewerWritesThenItIsRefused() {
		Actor viewer = TestActors.with("only-viewer", Permission.READ);
		Set<String> own = Set.of("/sign-out", "/account/password", "/access/tokens", "/access/tokens/{id}/revoke",
				"/access/sessions/{id}/end", "/api/v1/tokens", "/api/v1/tokens/{id}");
		Set<String> reads = Set.of("/api/v1/policies/validate", "/replicas/{name}/probe");
		List<Route> writes = routes(Permission.READ).stream()
			.filter((route) -> route.method() != HttpMethod.GET && !own.contains(route.pattern()))
			.filter((route) -> !reads.contains(route.pattern()) && !route.pattern().startsWith("/test/"))
			.toList();
		assertThat(writes).as("writes that need no more than READ; list a person's own things above").isEmpty();
		assertThat(this.mvc.post().uri("/access/users").with(SignedIn.as(viewer))).hasStatus(403);
	}

	@Test
	void whenAnEndpointHasNoRuleThenTheConsoleDoesNotStart() throws Exception {
		HandlerMethod endpoint = new HandlerMethod(new Forgotten(), Forgotten.class.getDeclaredMethod("page"));
		assertThat(this.rules.of(endpoint)).isEmpty();
		RequestMappingHandlerMapping forgotten = new RequestMappingHandlerMapping();
		forgotten.registerMapping(RequestMappingInfo.paths("/forgotten").build(), new Forgotten(),
				Forgotten.class.getDeclaredMethod("page"));
		assertThat(catchThrowable(() -> check(forgotten))).isInstanceOf(UndeclaredRoutesException.class)
			.hasMessageContaining("/forgotten")
			.hasMessageContaining("Forgotten#page()");
	}

	private static void check(RequestMappingHandlerMapping mapping) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("mapping", mapping));
		new RouteRules(beans.getBeanProvider(RequestMappingHandlerMapping.class)).afterSingletonsInstantiated();
	}

	/** The routes with this permission; with {@code null} all that are not open. */
	private List<Route> routes(@Nullable Permission permission) {
		return this.mapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((entry) -> this.rules.of(entry.getValue()).orElseThrow() instanceof RouteRule.Needs(var needed)
					&& (permission == null || needed == permission))
			.flatMap(RoutesIntegrationTests::requests)
			.toList();
	}

	private static Stream<Route> requests(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
		Set<RequestMethod> methods = entry.getKey().getMethodsCondition().getMethods();
		return entry.getKey()
			.getPatternValues()
			.stream()
			.flatMap((pattern) -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods).stream()
				.map((method) -> new Route(HttpMethod.valueOf(method.name()), pattern)));
	}

	record Route(HttpMethod method, String pattern) {

		String path() {
			return this.pattern.replaceAll("\\{[^}]*}", "1").replace("**", "x");
		}

	}

	static class Forgotten {

		void page() {
		}

	}

}
