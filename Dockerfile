FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN ./mvnw -q -B -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
RUN useradd --system --home-dir /var/lib/firekeeper --create-home firekeeper
COPY --from=build /src/target/firekeeper.jar /opt/firekeeper/firekeeper.jar
USER firekeeper
WORKDIR /var/lib/firekeeper
EXPOSE 8080
ENV SERVER_ADDRESS=0.0.0.0 FIREKEEPER_DATADIRECTORY=/var/lib/firekeeper
HEALTHCHECK CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/firekeeper/firekeeper.jar"]
